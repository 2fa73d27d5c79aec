import { useSearchParams } from 'react-router';
import { Notice } from '../show/notice';
import { useWords } from '../words/use-words';

/** The page that a citizen came from through a widget, or null: only a web address, and only one that they can read first. */
export function hostToReturnTo(search: URLSearchParams): URL | null {
  const address = search.get('return') ?? '';
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password ? url : null;
}

/** The way back to the municipal site. Nobody is sent there: the citizen reads the host's name and goes by themselves. */
export function ReturnLink() {
  const { t } = useWords('ui');
  const [search] = useSearchParams();
  const host = hostToReturnTo(search);
  if (!host) return null;
  return (
    <Notice title={t('return.title', { host: host.host })}>
      <a href={host.href} rel="noreferrer external">
        {t('return.go', { host: host.host })}
      </a>
    </Notice>
  );
}
