import { DateText, Empty, Loaded, Pager, Row, Rows, Section, useGraph, usePaging, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { RefusalsDocument } from './documents';

const SIZE = 20;

/** The records that did not come in, each with its reasons. */
export function Refusals() {
  const words = useWords('evaluations');
  const { t } = words;
  const { after } = usePaging();
  const answer = useGraph(RefusalsDocument, { first: SIZE, after }, { keepPrevious: true });
  return (
    <Section title={t('register.refusals.title')}>
      <Loaded answer={answer}>
        {({ registerRefusals: { items, next, total } }) =>
          items.length === 0 ? (
            <Empty title={t('register.refusals.none')}>{t('register.refusals.noneHint')}</Empty>
          ) : (
            <>
              <p>{t('register.refusals.note')}</p>
              <Rows label={t('register.refusals.title')}>
                {items.map(({ id, record, reasons, at }) => (
                  <Row key={id} title={<span lang="el">{record}</span>} note={<DateText at={at} style="moment" />}>
                    {reasons.map((reason) => whyOf(reason, words)).join('; ')}
                  </Row>
                ))}
              </Rows>
              <Pager next={next} total={total} size={SIZE} />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

const whyOf = ({ code, field, value }: { code: string; field: string | null; value: string | null }, { t, has }: WordsOfSlice): string =>
  t(has(`register.why.${code}`) ? `register.why.${code}` : 'register.why.invalid', { field, value });
