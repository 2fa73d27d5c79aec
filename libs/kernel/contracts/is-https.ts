/** Whether a text is the address of a page that nobody can change on its way to the reader. */
export const isHttps = (text: string): boolean => URL.canParse(text) && new URL(text).protocol === 'https:';
