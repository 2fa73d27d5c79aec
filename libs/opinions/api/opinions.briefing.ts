import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Briefings, column, type SubjectCard, titlesOf } from '@isegoria/kernel/api';
import { type DocumentPart, type DocumentTable, type FigureColumn, type Localized, subjectKey } from '@isegoria/kernel/contracts';
import type { OpinionCount, OpinionFinding } from '@isegoria/opinions/contracts';
import type { Model } from 'mongoose';
import type { KeptMap } from './kept-map';
import { MapRecord, StatementRecord } from './opinion.schema';

const SHOWN = 5;

/** Where the groups of a subject's map agree and where they part, for those who decide. */
@Injectable()
export class OpinionsBriefing implements OnModuleInit {
  constructor(
    @InjectModel(MapRecord.name) private readonly maps: Model<MapRecord>,
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    private readonly briefings: Briefings,
  ) {}

  onModuleInit(): void {
    this.briefings.register({ name: 'opinions', order: 40, parts: (subjects) => this.parts(subjects) });
  }

  private async parts(subjects: readonly SubjectCard[]): Promise<DocumentPart[]> {
    const maps = await this.maps.find({ _id: { $in: subjects.map(subjectKey) } }).lean<MapRecord[]>().exec();
    const parts = await Promise.all(
      subjects.map(async (card) => {
        const kept = maps.find(({ _id }) => _id === subjectKey(card))?.kept as KeptMap | null | undefined;
        return kept && kept.shown.participants > 0 ? [partOf(card, await this.stillPublic(card, kept.shown))] : [];
      }),
    );
    return parts.flat();
  }

  /** A statement that was hidden after the map was drawn is gone from here at once. */
  private async stillPublic(card: SubjectCard, shown: KeptMap['shown']): Promise<KeptMap['shown']> {
    const open = await this.statements.find({ subject: subjectKey(card), visibility: 'public' }, { _id: 1 }).limit(10_000).lean<{ _id: string }[]>().exec();
    const ids = new Set(open.map(({ _id }) => _id));
    const kept = <T extends { statement: string }>(found: readonly T[]) => found.filter(({ statement }) => ids.has(statement));
    return { ...shown, agreed: kept(shown.agreed), split: kept(shown.split), groups: shown.groups.map((group) => ({ ...group, holds: kept(group.holds) })) };
  }
}

function partOf(card: SubjectCard, { participants, answers, groups, agreed, split }: KeptMap['shown']): DocumentPart {
  const numbers = groups.map(({ group }) => group);
  const id = `${card.kind}-${card.id}`;
  const title = titlesOf(card);
  const tables = [
    ...(groups.length > 1 ? [tableOfGroups(id, groups)] : []),
    ...(agreed.length > 0 ? [tableOf({ id: `agreed-${id}`, title: { el: 'Όπου συμφωνούν', en: 'Where they agree' }, findings: agreed, numbers })] : []),
    ...(split.length > 0 ? [tableOf({ id: `split-${id}`, title: { el: 'Όπου χωρίζουν', en: 'Where they part' }, findings: split, numbers })] : []),
  ];
  return {
    id: `opinions.groups.${id}`,
    title: { el: `Γνώμες: ${title.el}`, en: `Opinions: ${title.en}` },
    lead: groups.length > 1 ? null : { el: 'Δεν ξεχωρίζουν ομάδες: ή απάντησαν λίγοι ή σκέφτονται όμοια.', en: 'No groups stand out: few have answered, or they think alike.' },
    measures: [
      { id: 'participants', label: { el: 'Απάντησαν', en: 'People who answered' }, value: participants },
      { id: 'answers', label: { el: 'Απαντήσεις', en: 'Answers' }, value: answers },
    ],
    tables,
    lines: [{ text: { el: 'Ο χάρτης και όλες οι θέσεις', en: 'The map and all statements' }, note: null, path: `/opinions/${card.kind}/${card.id}`, tone: 'plain' }],
  };
}

const letters = { el: ['Α', 'Β', 'Γ', 'Δ', 'Ε', 'Ζ'], en: ['A', 'B', 'C', 'D', 'E', 'F'] };
const letterOf = (group: number): Localized => ({ el: letters.el[group] ?? String(group + 1), en: letters.en[group] ?? String(group + 1) });
const named = (group: number): Localized => ({ el: `Ομάδα ${letterOf(group).el}`, en: `Group ${letterOf(group).en}` });

function tableOfGroups(id: string, groups: KeptMap['shown']['groups']): DocumentTable {
  return {
    id: `groups-${id}`,
    title: { el: 'Οι ομάδες', en: 'The groups' },
    note: null,
    chart: 'none',
    columns: [column('group', 'text', 'Ομάδα', 'Group'), column('people', 'number', 'Άνθρωποι', 'People'), column('holds', 'text', 'Τι την ξεχωρίζει', 'What sets it apart')],
    rows: groups.map(({ group, people, holds }) => ({ group: named(group), people, holds: holdsOf(holds.slice(0, 2)) })),
  };
}

function holdsOf(holds: readonly { text: string; agrees: boolean }[]): Localized {
  const said = (write: (agrees: boolean, text: string) => string) => holds.map(({ text, agrees }) => write(agrees, text)).join(' ');
  return {
    el: said((agrees, text) => `${agrees ? 'Συμφωνεί' : 'Διαφωνεί'}: «${text}»`),
    en: said((agrees, text) => `${agrees ? 'Agrees' : 'Disagrees'}: “${text}”`),
  };
}

function tableOf({ id, title, findings, numbers }: { id: string; title: Localized; findings: readonly OpinionFinding[]; numbers: readonly number[] }): DocumentTable {
  return {
    id,
    title,
    note: { el: 'Ποσοστό που συμφωνεί όσων είδαν τη θέση.', en: 'The share that agrees of those who saw the statement.' },
    chart: 'none',
    columns: [
      column('statement', 'text', 'Θέση', 'Statement'),
      ...numbers.map((group): FigureColumn => ({ key: `g${group}`, type: 'percent', label: named(group) })),
      column('all', 'percent', 'Όλοι', 'All'),
      column('people', 'number', 'Απάντησαν', 'Answered'),
    ],
    rows: findings.slice(0, SHOWN).map((finding) => ({
      statement: finding.text,
      ...Object.fromEntries(numbers.map((group) => [`g${group}`, shareOf(finding.groups.find((count) => count.group === group))])),
      all: shareOf(finding),
      people: finding.agrees + finding.disagrees + finding.passes,
    })),
  };
}

function shareOf(count: Pick<OpinionCount, 'agrees' | 'disagrees' | 'passes'> | undefined): number | null {
  const seen = count ? count.agrees + count.disagrees + count.passes : 0;
  return count && seen > 0 ? count.agrees / seen : null;
}
