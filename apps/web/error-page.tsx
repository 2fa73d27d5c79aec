import { asFailure, Button, Page, useWords } from '@isegoria/ui/web';
import { Component, type ReactNode, useEffect, useState } from 'react';

/** A page that could not be shown: what happened, what one can do, and the code under which the server tells the story. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useWords('ui');
  const failure = asFailure(error);
  // The page's own files did not come: without a network, or after a new version that has others. Loading it again is all that is needed.
  const isUnread = /dynamically imported module|module script failed|preload CSS/i.test(failure.message);
  const [isOffline] = useState(() => isUnread && !navigator.onLine);
  useEffect(() => {
    if (!isOffline) return;
    const reload = () => location.reload();
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, [isOffline]);
  useEffect(() => {
    if (isUnread && !isOffline && isFirstTime()) location.reload();
  }, [isUnread, isOffline]);
  const which = isOffline ? 'shell.unread' : isUnread ? 'shell.outdated' : `failure.${failure.kind}`;
  return (
    <Page title={t(`${which}.title`)} lead={t(`${which}.text`)}>
      {failure.correlationId && <p>{t('failure.code', { code: failure.correlationId })}</p>}
      <div>
        <Button onClick={() => location.reload()}>{t('shell.reload')}</Button>
      </div>
    </Page>
  );
}

/** A page whose file is gone comes of an older version: loaded anew it is the city's as it is now. Once in a while alone, should the file be gone for good. */
function isFirstTime(): boolean {
  const [place, whileMs, now] = ['isegoria:reloaded', 60_000, Date.now()];
  if (now - Number(sessionStorage.getItem(place)) < whileMs) return false;
  sessionStorage.setItem(place, String(now));
  return true;
}

interface PageErrorsProps {
  /** Where we are: going elsewhere leaves the error behind. */
  at: string;
  children: ReactNode;
}

/** Shows the error page in place of a page that broke; header, footer and the ways stay. */
export class PageErrors extends Component<PageErrorsProps, { error: unknown }> {
  override state = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate({ at }: PageErrorsProps) {
    if (at !== this.props.at && this.state.error !== null) this.setState({ error: null });
  }

  override render() {
    return this.state.error === null ? this.props.children : <ErrorPage error={this.state.error} />;
  }
}
