import { ChartTable, Loaded, useGraph, useWords } from '@isegoria/ui/web';
import { ruleName } from './desk/case-words';
import { Months } from './documents';

const figures = ['approved', 'hidden', 'returned', 'objections', 'reversed', 'medianHours'] as const;

/** The last twelve months of moderation in numbers: what was decided, by which rules, and what objections changed. */
export function MonthsInNumbers() {
  const words = useWords('moderation');
  const { t, d } = words;
  const answer = useGraph(Months, {}, { staleMs: 60_000 });
  return (
    <Loaded answer={answer}>
      {({ moderationMonths }) => {
        const byRule = new Map<number, number>();
        for (const { rule, cases } of moderationMonths.flatMap((month) => month.byRule)) byRule.set(rule, (byRule.get(rule) ?? 0) + cases);
        return (
          <>
            <ChartTable
              title={t('log.months')}
              chart="none"
              note={t('log.monthsNote')}
              columns={[{ key: 'month', label: t('log.month'), type: 'text' }, { key: 'cases', label: t('log.cases'), type: 'number' }, ...figures.map((key) => ({ key, label: t(`log.${key}`), type: 'number' as const }))]}
              rows={moderationMonths.map(({ month, byRule: _, ...rest }) => ({ ...rest, month: d(`${month}-15T12:00:00Z`, 'month') }))}
            />
            {byRule.size > 0 && (
              <ChartTable
                title={t('log.byRule')}
                chart="bars"
                note={t('log.byRuleNote')}
                columns={[{ key: 'rule', label: t('log.ruleName'), type: 'text' }, { key: 'cases', label: t('log.cases'), type: 'number' }]}
                rows={[...byRule].sort(([a], [b]) => a - b).map(([rule, cases]) => ({ rule: ruleName(words, rule), cases }))}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}
