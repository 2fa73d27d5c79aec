import { asFailure, Button, Page, useWords } from '@isegoria/ui/web';
import { Component, type ReactNode } from 'react';

/** A page that could not be shown: what happened, what one can do, and the code under which the server tells the story. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useWords('ui');
  const failure = asFailure(error);
  // After a new version the old page asks for files that are gone; loading it again is all that is needed.
  const outdated = /dynamically imported module|module script failed/i.test(failure.message);
  const which = outdated ? 'shell.outdated' : `failure.${failure.kind}`;
  return (
    <Page title={t(`${which}.title`)} lead={t(`${which}.text`)}>
      {failure.correlationId && <p>{t('failure.code', { code: failure.correlationId })}</p>}
      <div>
        <Button onClick={() => location.reload()}>{t('shell.reload')}</Button>
      </div>
    </Page>
  );
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
