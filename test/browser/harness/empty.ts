/** A worker that does nothing but say that it is there. */
postMessage("");
