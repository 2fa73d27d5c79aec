/** The text of a script for a thread of its own. */
declare module '*?thread' {
  const code: string;
  export default code;
}
