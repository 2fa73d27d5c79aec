import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { batchesOf, Datasets, placedRows, publicUrl, type RowPlace } from '@isegoria/kernel/api';
import type { RowOf } from '@isegoria/kernel/contracts';
import { askedStatuses, type Proposal as ProposalShown, proposalFields } from '@isegoria/proposals/contracts';
import { type JoiningRecord, Proposal } from '../proposal.schema';
import { ProposalViews } from '../proposal-view';

/** Hands the listed proposals in as public data, as a visitor's list shows them; and the merged ones, so that both texts can be cited. */
@Injectable()
export class ProposalsDataset implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly views: ProposalViews,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'proposals',
      order: 20,
      title: { el: 'Προτάσεις πολιτών', en: 'Citizens’ proposals' },
      description: {
        el: 'Όσες προτάσεις προς τον δήμο είναι δημόσιες: κείμενο, τόπος, στηρίξεις, επιχειρήματα και η απάντηση της υπηρεσίας. Χωρίς τα πρόσωπα που τις έγραψαν.',
        en: 'Every public proposal to the municipality: text, place, supports, arguments and the department’s answer. Without the persons who wrote them.',
      },
      keywords: { el: ['προτάσεις', 'συμμετοχή', 'χάρτης'], en: ['proposals', 'participation', 'map'] },
      themes: ['GOVE', 'SOCI'],
      page: '/proposals',
      fields: proposalFields,
      key: ['id'],
      geometry: { lat: 'lat', lng: 'lng' },
      rows: (after) => this.rows(after),
    });
  }

  private rows(after: RowPlace | null) {
    const view = async (batch: readonly Proposal[]) => (await this.views.of([...batch])).map((proposal, at) => [rowOf(proposal, batch[at]?.joinings)]);
    return placedRows(batchesOf(this.proposals, { status: { $in: [...askedStatuses] } }, after?.id ?? null), { idOf: ({ _id }) => _id, view, after });
  }
}

function rowOf(proposal: ProposalShown, joinings: readonly JoiningRecord[] = []): RowOf<typeof proposalFields> {
  const { id, title, text, lang, category, district, place, processId, status, mergedInto, supports, argumentsFor, argumentsAgainst, publishedAt, answerDueAt, department, answer } = proposal;
  return {
    id, title, text, lang, status, mergedInto: mergedInto ?? null, additions: additionsOf(joinings) || null, supports, argumentsFor, argumentsAgainst,
    category: category?.id ?? null, categoryEl: category?.name.el ?? null, categoryEn: category?.name.en ?? null,
    district: district?.id ?? null, districtEl: district?.name.el ?? null, districtEn: district?.name.en ?? null,
    place: place?.label ?? null, lat: place?.lat ?? null, lng: place?.lng ?? null, process: processId ?? null,
    publishedAt: publishedAt ?? null, answerDueAt: answerDueAt ?? null,
    department: department?.id ?? null, departmentEl: department?.name.el ?? null, departmentEn: department?.name.en ?? null,
    answer: answer?.text ?? null, answeredAt: answer?.answeredAt ?? null, nextStep: answer?.nextStep ?? null, nextStepAt: answer?.nextStepAt ?? null, cost: answer?.cost ?? null,
    url: `${publicUrl()}/proposals/${id}`,
  };
}

/** What holds now of what the others brought along. */
function additionsOf(joinings: readonly JoiningRecord[]): string {
  return joinings.filter(({ as, shown, separatedAt }) => as === 'WHOLE' && shown === 'visible' && !separatedAt).map(({ addition }) => addition).filter(Boolean).join('\n\n');
}
