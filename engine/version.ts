/** The version of the engine, named in every result. A test keeps it equal to that of the package. */
export const engineVersion = "0.1.0";
