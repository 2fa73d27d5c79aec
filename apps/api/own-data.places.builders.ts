/**
 * Where people stand in this city's store. Every collection is in one of the three lists. A new one in none of them fails the test: whoever makes it says whether
 * it holds something of a person, lets the story of `own-data.story.builders.ts` write into it, and sees what is left there when the person has gone.
 */

/** Collections that know a person by number, name or address. The story must have written into each of them. */
export const people = [
  'amendments', 'api_keys', 'ballot_boxes', 'birth_year_checks', 'box_electors', 'casts', 'citizens', 'comments', 'consultations', 'debate_fairness', 'debates', 'decision_entries', 'desk_entries', 'devices', 'digest_wishes', 'evaluation_replies', 'files', 'follows', 'initiative_sheets', 'initiative_signatures', 'initiatives', 'letter_tokens', 'mail_wishes', 'meeting_guests', 'meeting_polls', 'meeting_questions', 'meetings', 'member_changes', 'merge_invitations', 'merge_noes',
  'moderation-cases', 'moderation-contributions', 'moderation-objections', 'moderation-reports', 'newsletter_copies', 'newsletter_readers', 'newsletters', 'notices', 'opinion-statements', 'outbox', 'panel_offers', 'panels', 'phase_changes', 'populations', 'proposals', 'push_wishes', 'report_subscriptions', 'request_words', 'requests', 'role_changes', 'second_step_removals', 'surveys', 'volunteer_calls', 'volunteer_offers', 'webhooks',
];

/** Collections that know a person by a key or through another document. The story must have written into each of them too. */
export const byKey: Record<string, string> = {
  'comment-editions': 'former wordings of a comment, by the comment; they go with its author',
  'electorate_members': 'a name made of list and person by HMAC; who leaves is taken off',
  'evaluation_requests': 'a name made of act and person by HMAC; erased',
  'evaluations': 'a name made of act and person by HMAC; concern, words and group are erased, the answers stay counted',
  'mails': 'which mails were sent, by the key of what they told; after ninety days nothing',
  'opinion-answers': 'a name made of subject and person by HMAC; stays counted',
  'opinion-latest': 'the same',
  'survey_answers': 'a name made of survey and person by HMAC; the group is erased, the answers stay counted',
  'survey_words': 'a name made of survey, question and person by HMAC; erased',
  'votes_first': 'a name made of ballot and person by HMAC; stays counted',
};

/** Collections in which nobody is. */
export const nobody: Record<string, string> = {
  'request_sources': 'programs of other bodies',
  'activities': 'what was public: titles and numbers, no author', 'ballots': 'questions', 'box_audits': 'ciphertexts beside opened ballots', 'breakdowns': 'sums', 'budget-projects': 'of departments', 'budget-results': 'sums', 'budgets': 'declarations',
  'categories': 'of the city', 'choices': 'of departments', 'city': 'of the city', 'city_themes': 'words of many, counted', 'comment-counts': 'sums', 'consultation_articles': 'sums, and what departments answered', 'consultation_texts': 'of departments', 'decision_versions': 'of the register', 'decisions': 'of the register', 'departments': 'of the city', 'districts': 'of the city',
  'idle_casts_first': 'places in the log', 'initiative_days': 'sums', 'integrity_hours': 'sums', 'integrity_places': 'how far the log was read', 'integrity_signs': 'sums', 'integrity_words': 'the city’s words, by role', 'initiative_kinds': 'of the city', 'ledger_acts': 'acts by role', 'ledger_checkpoints': 'hashes', 'ledger_cosignatures': 'of witnesses', 'ledger_leaves': 'lines without a person', 'ledger_sizes': 'hashes', 'ledger_tiles': 'hashes', 'member_lists': 'titles and numbers',
  'volunteer_shifts': 'sums',
  'opened_ballots': 'under names of chance', 'opinion-conversations': 'imported topics', 'opinion-dues': 'subjects', 'opinion-maps': 'points without people', 'opinion-signs': 'sums', 'places': 'of the city', 'processes': 'of the city', 'register_import': 'of the register', 'register_names': 'offices',
  'register_refusals': 'of the register', 'request_numbers': 'how many there were', 'request_services': 'of departments', 'request_templates': 'of departments', 'sittings': 'agendas and sums', 'survey_figures': 'sums', 'subject_days': 'sums', 'tallies_first': 'sums', 'transaction_runners': 'sessions of the store', 'visit_days': 'sums', 'vote_checkpoints': 'where the count stands; supporters only until they are told', 'webhook_deliveries': 'what a visitor may see, thirty days',
};

/** Fields of models whose names sound like a person's and that hold none. */
export const noPersons = ['citizens.birthYearBy', 'citizens.genderBy', 'decisions.openedBy', 'departments.email', 'desk_entries.readings', 'integrity_places.to', 'integrity_signs.to', 'member_changes.members', 'member_lists.members', 'merge_invitations.by', 'opinion-answers.person', 'panel_offers.answerBy', 'opinion-latest.person', 'volunteer_calls.isByCitizen', 'volunteer_offers.confirmBy'];

const asAct = 'an act of power under a number without a name';

/** Where a citizen may be found after everything was done for their leaving, and why. */
export const afterACitizen: Record<string, string> = {
  'outbox.to': 'the letter that they have left; only where no mail server is set, for thirty days', 'outbox.text': 'the same', 'outbox.html': 'the same',
  'role_changes.citizenId': asAct,
};

/** Where somebody who held offices may be found besides. */
export const afterAnOffice: Record<string, string> = {
  'ballot_boxes.trustees.citizenId': asAct, 'birth_year_checks.by': asAct, 'consultations.createdBy': asAct, 'debates.answer.byId': asAct, 'debates.authorId': asAct, 'debates.conclusion.byId': asAct, 'decision_entries.byId': asAct, 'desk_entries.countedBy': asAct, 'evaluation_replies.byId': asAct, 'initiative_sheets.readings.byId': asAct, 'initiatives.list.openings.byId': asAct, 'meeting_polls.askedBy': asAct, 'meeting_questions.answer.byId': asAct, 'meeting_questions.writtenBy': asAct, 'meetings.createdBy': asAct, 'member_changes.by': asAct, 'moderation-cases.decidedBy': asAct, 'moderation-cases.reopenedBy': asAct, 'moderation-objections.against': asAct,
  'moderation-objections.decidedBy': asAct, 'newsletters.by': asAct, 'panels.createdBy': asAct, 'panels.enteredBy': asAct, 'panels.entry.byId': asAct, 'phase_changes.by': asAct, 'populations.by': asAct, 'proposals.answers.byId': asAct, 'requests.history.byId': asAct, 'requests.notes.byId': asAct, 'role_changes.by': asAct, 'second_step_removals.by': asAct, 'surveys.createdBy': asAct, 'volunteer_calls.createdBy': asAct,
};

/** Where words may stand that only the city and their author were to read. */
export const privateWordsStay: Record<string, string> = {
  'moderation-reports.note': 'a report that nobody has decided about yet: until the decision',
  'notices.params.text': 'what others were told while it was public: 400 days',
  'notices.params.title': 'the same',
};

/** Keys of Redis that may name somebody who has left: each ends by itself. */
export const shortLived = [/^:limit:/, /^:room:citizen:/];
