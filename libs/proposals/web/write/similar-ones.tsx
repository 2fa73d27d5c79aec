import { announce, Excerpt, Row, Rows, useGraph, useWords } from '@isegoria/ui/web';
import { SupportButton } from '@isegoria/votes/web';
import { useEffect, useRef, useState } from 'react';
import { SimilarDocument } from '../documents';
import { StatusTag } from '../status-tag';
import styles from './write.module.css';

const pauseMs = 600;

/** Those who have said it before, while one writes; each can be supported right here instead. */
export function SimilarOnes({ id, title, text }: { id: string; title: string; text: string }) {
  const { t, lt } = useWords('proposals');
  const asked = usePaused({ title: title.trim(), text: text.trim().slice(0, 2000) });
  const { data } = useGraph(SimilarDocument, { ...asked, excludeId: id }, { enabled: asked.title.length >= 6, keepPrevious: true, staleMs: 60_000 });
  const found = asked.title.length >= 6 ? (data?.similarProposals ?? []).slice(0, 3) : [];
  useSaid(found.length, t('write.foundSimilar', { count: found.length }));
  if (found.length === 0) return null;
  return (
    <section className={styles.similar} aria-label={t('write.similar', { count: found.length })}>
      <h2>{t('write.similar', { count: found.length })}</h2>
      <p>{t('write.similarHint')}</p>
      <Rows>
        {found.map(({ proposal }) => (
          <Row key={proposal.id} to={`/proposals/${proposal.id}`} title={proposal.title} lang={proposal.lang} note={proposal.district && lt(proposal.district.name)} tag={<StatusTag {...proposal} />}>
            <Excerpt lang={proposal.lang}>
              {proposal.excerpt}
            </Excerpt>
            <p className={styles.instead}>{t('write.supportInstead')}</p>
            <div className={styles.support}>
              <SupportButton subject={{ kind: 'proposal', id: proposal.id }} initial={proposal.supports} />
            </div>
          </Row>
        ))}
      </Rows>
    </section>
  );
}

/** The same, once it has not changed for a moment. */
function usePaused<Value extends object>(value: Value): Value {
  const text = JSON.stringify(value);
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(paused) as Value;
}

function useSaid(count: number, words: string): void {
  const before = useRef(0);
  useEffect(() => {
    if (count > before.current) announce(words);
    before.current = count;
  }, [count, words]);
}
