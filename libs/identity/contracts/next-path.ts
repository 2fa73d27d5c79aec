/**
 * Where somebody goes after signing in: a path of this platform, or the home page. Whatever could lead elsewhere (another
 * host, another scheme, a backslash that browsers read as a slash, a control character) is not followed.
 */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 500 || !wanted.startsWith('/') || /[\\\p{Cc}]/u.test(wanted)) return '/';
  const here = 'http://here.invalid';
  if (!URL.canParse(wanted, here)) return '/';
  const url = new URL(wanted, here);
  return url.origin === here && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/';
}
