/** In this order: most browsers say that they are others too. */
const browsers = [['Edg', 'Edge'], ['OPR', 'Opera'], ['SamsungBrowser', 'Samsung Internet'], ['Firefox', 'Firefox'], ['FxiOS', 'Firefox'], ['CriOS', 'Chrome'], ['Chrome', 'Chrome'], ['Safari', 'Safari']] as const;
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['CrOS', 'ChromeOS'], ['Macintosh', 'Mac'], ['Linux', 'Linux']] as const;

/** What a browser is called in the list of one's devices: «Firefox, Android». */
export function nameOf(userAgent: string): string {
  const said = [browsers, systems].map((known) => known.find(([sign]) => userAgent.includes(sign))?.[1]);
  return said.filter(Boolean).join(', ') || '?';
}
