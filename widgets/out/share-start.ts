/** The start of a fragment that holds answers. A fragment is not sent to any server. */
export const shareStart = "#share=";
