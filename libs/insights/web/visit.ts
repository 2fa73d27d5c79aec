import { deviceOf, originOf, pageKindOf, processOf } from '@isegoria/insights/contracts';
import { graph, graphql } from '@isegoria/ui/web';

const CountVisitMutation = graphql(`
  mutation CountVisit($input: VisitInput!) {
    countVisit(input: $input)
  }
`);

let isFirst = true;

/**
 * Tells the city that a page was opened: which kind of page, in what kind of window, in which language, from what kind of site. Nothing is kept in the
 * browser, and nothing that would tell one visitor from another is sent (decision 003). Who asks by their browser not to be counted is not.
 */
export function countVisit(path: string, { locale, signedIn }: { locale: string; signedIn: boolean }): void {
  const origin = isFirst ? originOf(document.referrer, location.host) : 'inside';
  isFirst = false;
  if (navigator.doNotTrack === '1' || ('globalPrivacyControl' in navigator && navigator.globalPrivacyControl === true)) return;
  const input = { page: pageKindOf(path), processId: processOf(path), device: deviceOf(window.innerWidth), locale, origin, signedIn };
  graph(CountVisitMutation, { input }).catch(() => undefined);
}
