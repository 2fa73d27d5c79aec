import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, type Person, PersonalData } from '@isegoria/identity/api';
import { Events, Subjects } from '@isegoria/kernel/api';
import { Invitations } from './invitations.service';
import { MergeInvitation, MergeNo } from './merge-invitation.schema';
import { messageOf, replyOf } from './merge-texts';
import { additionOf } from './merging.rules';

/** The invitations that a person wrote or was sent, and the questions that they said no to. */
@Injectable()
export class MergingPersonal implements OnModuleInit {
  constructor(
    @InjectModel(MergeInvitation.name) private readonly invitations: Model<MergeInvitation>,
    @InjectModel(MergeNo.name) private readonly noes: Model<MergeNo>,
    private readonly invitationsService: Invitations,
    private readonly subjects: Subjects,
    private readonly events: Events,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'mergeInvitations',
      about: both('Προσκλήσεις σε συνένωση προτάσεων, που έγραψες ή σου έγραψαν', 'Invitations to merge proposals, written by you or to you'),
      leaving: both(
        'Όσες περιμένουν λήγουν, και τα λόγια σου σβήνονται. Ό,τι δημοσιεύτηκε ως προσθήκη σε πρόταση μένει, χωρίς όνομα.',
        'Those that wait come to an end, and your words are erased. What was published as an addition to a proposal stays, by nobody.',
      ),
      keys: {
        part: both('Η πρόταση που θα γινόταν μέρος της άλλης', 'The proposal that would become part of the other'),
        whole: both('Η πρόταση στην οποία θα ερχόταν', 'The proposal that it would come into'),
        path: both('Η σελίδα της πρόσκλησης', 'The invitation’s page'),
        wroteIt: both('Αν την έγραψες εσύ', 'Whether you wrote it'),
        state: both('Πού βρίσκεται', 'How it stands'),
        message: both('Το μήνυμα', 'The message'),
        addition: both('Τι θα προστεθεί', 'What is to be added'),
        reply: both('Γιατί δεν έγινε δεκτή', 'Why it was not accepted'),
        at: both('Πότε στάλθηκε', 'When it was sent'),
        decidedAt: both('Πότε απαντήθηκε', 'When it was answered'),
      },
      entries: (person) => this.of(person),
      forget: (person) => this.forget(person),
    });
    this.personalData.register({
      name: 'mergeNoes',
      about: both('Συνενωμένες προτάσεις για τις οποίες είπες «όχι, ευχαριστώ»', 'Merged proposals of which you said “no, thank you”'),
      leaving: both('Σβήνονται.', 'They are erased.'),
      keys: { title: both('Η πρόταση, αν μπορείς να τη δεις', 'The proposal, where you may see it'), path: both('Η σελίδα της', 'Its page'), at: both('Πότε', 'When') },
      entries: (person) => this.noesOf(person),
      forget: async ({ id: citizenId }) => void (await this.noes.deleteMany({ citizenId }).exec()),
    });
  }

  private async *of({ id }: Person) {
    for await (const invitation of this.concerning(id).lean<MergeInvitation>().cursor()) {
      const { _id, partId, wholeId, senderId, state, reply, at, decidedAt } = invitation;
      const nameOf = await this.subjects.namesFor(id, [`proposal:${partId}`, `proposal:${wholeId}`]);
      const isShown = !invitation.isMessageHidden || senderId === id;
      const [part, whole] = [nameOf(`proposal:${partId}`), nameOf(`proposal:${wholeId}`)];
      yield { part, whole, path: `/proposals/merges/${_id}`, wroteIt: senderId === id, state, message: isShown ? invitation.message : null, addition: isShown ? additionOf(invitation) : null, reply: invitation.isReplyHidden ? null : reply, at, decidedAt };
    }
  }

  private async *noesOf({ id: citizenId }: Person) {
    for await (const [{ at }, name] of this.subjects.named(citizenId, this.noes.find({ citizenId }).lean<MergeNo>().cursor(), ({ proposalId }) => `proposal:${proposalId}`)) yield { ...name, at };
  }

  private async forget({ id }: Person): Promise<void> {
    for await (const invitation of this.concerning(id).lean<MergeInvitation>().cursor()) {
      await this.invitationsService.end([invitation._id]);
      const { senderId, replierId } = invitation;
      if (senderId === id) await this.events.publish('contribution.withdrawn', { item: messageOf(invitation._id) });
      if (replierId === id) await this.events.publish('contribution.withdrawn', { item: replyOf(invitation._id) });
      const words = { ...(senderId === id ? { message: '', addition: '', senderId: '' } : {}), ...(replierId === id ? { reply: null, changed: null, replierId: '' } : {}) };
      const names = { ...(invitation.partAuthorId === id ? { partAuthorId: '' } : {}), ...(invitation.wholeAuthorId === id ? { wholeAuthorId: '' } : {}) };
      await this.invitations.updateOne({ _id: invitation._id }, { $set: { ...words, ...names } }).exec();
    }
  }

  private concerning(id: string) {
    return this.invitations.find({ $or: [{ partAuthorId: id }, { wholeAuthorId: id }, { senderId: id }, { replierId: id }] });
  }
}
