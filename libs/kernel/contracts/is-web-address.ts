/** Whether it is an address of the web: http or https, without a name and password in it. Whether it leads into a private network is known only when it is called. */
export function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && !username && !password;
}
