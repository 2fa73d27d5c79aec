import { Disclosure, Section, Table, type TableColumn, useWords } from '@isegoria/ui/web';
import type { ShownFinding, ShownMap } from './documents';
import { letterOf, shareOf } from './letters';
import styles from './opinions.module.css';

/** The map in words: where all agree, where the city splits, what each group holds, and every figure in a table. */
export function Findings({ map }: { map: ShownMap }) {
  const { t } = useWords('opinions');
  return (
    <>
      <Section title={t('agreed.title')}>
        {map.agreed.length === 0 && <p className={styles.small}>{t('agreed.none')}</p>}
        <ul className={styles.findings}>
          {map.agreed.map((finding) => (
            <li key={finding.statement}>
              <p lang="el">{finding.text}</p>
              <p className={styles.small}>
                {t(finding.agreement >= finding.disagreement ? 'agreed.yes' : 'agreed.no')} · <Shares finding={finding} />
              </p>
            </li>
          ))}
        </ul>
      </Section>
      {map.groups.length > 0 && (
        <Section title={t('split.title')}>
          {map.split.length === 0 && <p className={styles.small}>{t('split.none')}</p>}
          <ul className={styles.findings}>
            {map.split.map((finding) => (
              <li key={finding.statement}>
                <p lang="el">{finding.text}</p>
                <p className={styles.small}>
                  <Shares finding={finding} />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Groups map={map} />
      <Disclosure label={t('table.show')}>
        <FindingsTable map={map} />
      </Disclosure>
    </>
  );
}

/** The share of each group that agrees; of everybody where there are no groups. */
function Shares({ finding: { groups, agrees, disagrees, passes } }: { finding: ShownFinding }) {
  const words = useWords('opinions');
  if (groups.length === 0) return shareOf(words, agrees / Math.max(1, agrees + disagrees + passes));
  return groups.map((count) => words.t('split.share', { letter: letterOf(words, count.group), share: shareOf(words, agreeing(count)) })).join(' · ');
}

function Groups({ map }: { map: ShownMap }) {
  const words = useWords('opinions');
  const { t } = words;
  return map.groups.map(({ group, people, holds }) => (
    <Section key={group} title={`${t('map.group', { letter: letterOf(words, group) })}: ${t('map.people', { count: people })}`}>
      {holds.length === 0 && <p className={styles.small}>{t('group.nothing')}</p>}
      <ul className={styles.findings}>
        {holds.map(({ statement, text, agrees, share }) => (
          <li key={statement}>{t(agrees ? 'group.agrees' : 'group.disagrees', { share: shareOf(words, share), text })}</li>
        ))}
      </ul>
    </Section>
  ));
}

function FindingsTable({ map }: { map: ShownMap }) {
  const words = useWords('opinions');
  const { t } = words;
  const ofGroups = map.groups.map(({ group }): TableColumn => ({ key: `group${group}`, label: t('table.ofGroup', { letter: letterOf(words, group) }), type: 'percent' }));
  const columns: TableColumn[] = [
    { key: 'text', label: t('table.statement'), type: 'text' },
    { key: 'agrees', label: t('table.agrees'), type: 'number' },
    { key: 'disagrees', label: t('table.disagrees'), type: 'number' },
    { key: 'passes', label: t('table.passes'), type: 'number' },
    ...ofGroups,
    { key: 'agreement', label: t('table.consensus'), type: 'percent' },
  ];
  const rows = [...map.findings]
    .sort((one, other) => other.agreement - one.agreement)
    .map(({ text, agrees, disagrees, passes, agreement, groups }) => ({
      text, agrees, disagrees, passes, agreement, ...Object.fromEntries(groups.map((count) => [`group${count.group}`, agreeing(count)])),
    }));
  return <Table caption={t('table.caption')} columns={columns} rows={rows} />;
}

const agreeing = ({ agrees, disagrees, passes }: { agrees: number; disagrees: number; passes: number }): number => agrees / Math.max(1, agrees + disagrees + passes);
