import { Row, useWords } from '@isegoria/ui/web';
import type { ReactNode } from 'react';
import { LiveCount } from './live-count';
import type { ListedProposal } from './proposals-document';
import { StatusTag } from './status-tag';

type Shown = Pick<ListedProposal, 'id' | 'title' | 'lang' | 'status' | 'supports' | 'argumentsFor' | 'argumentsAgainst' | 'answerDueAt' | 'district'> & { answer: { nextStepAt: string | null } | null };

export interface ProposalRowProps {
  proposal: Shown;
  onChange(): void;
  level?: 2 | 3;
  children?: ReactNode;
}

/** A proposal in a list: how many stand behind it, what it is, where, what is argued, and how it stands. */
export function ProposalRow({ proposal, onChange, level = 2, children }: ProposalRowProps) {
  const { t, lt } = useWords('proposals');
  const { id, title, lang, supports, argumentsFor, argumentsAgainst, district, status, answerDueAt, answer } = proposal;
  const said = argumentsFor + argumentsAgainst > 0 ? t('argsLong', { for: argumentsFor, against: argumentsAgainst }) : null;
  return (
    <Row
      level={level}
      to={`/proposals/${id}`}
      title={title}
      lang={lang}
      figure={<LiveCount id={id} initial={supports} onChange={onChange} />}
      note={[district && lt(district.name), said].filter(Boolean).join(', ')}
      tag={<StatusTag status={status} answerDueAt={answerDueAt} answer={answer} />}
    >
      {children}
    </Row>
  );
}
