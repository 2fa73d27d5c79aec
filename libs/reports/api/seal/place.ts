/** The place that a PDF keeps for its signature: as wide as the longest offset that may come to stand here (ISO 32000-1, 12.8.1). */
export const OFFSET_TO_COME = 9_999_999_999;
