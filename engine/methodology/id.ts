/** Ids are for machines: small letters, digits and low lines, beginning with a letter. */
export const idPattern = /^[a-z][a-z0-9_]*$/;
