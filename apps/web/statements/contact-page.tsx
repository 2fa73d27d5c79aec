import { useCity } from '@isegoria/organisation/web';
import { Row, Rows, Section, useWords } from '@isegoria/ui/web';
import { Statement, type StatementText } from './statement';

const el: StatementText = {
  title: 'Μίλησε με τον Δήμο',
  lead: 'Για την πλατφόρμα, για ένα εμπόδιο που βρήκες, για τα δεδομένα σου.',
  parts: [
    {
      text: [
        'Γράψε στην αρμόδια υπηρεσία· οι διευθύνσεις είναι πιο κάτω. Στο Κέντρο Εξυπηρέτησης Πολιτών του Δήμου μπορείς να ζητήσεις βοήθεια με την πλατφόρμα, ή να γράψεις την πρότασή σου με τη βοήθεια υπαλλήλου.',
        'Αν η σελίδα σου έδειξε κωδικό σφάλματος, σημείωσέ τον: με αυτόν βρίσκουμε τι συνέβη.',
      ],
    },
    { heading: 'Για μια απόφαση ή μια πρόταση', text: ['Η ερώτηση βοηθά όλους όταν γίνεται δημόσια: γράψε τη στη σελίδα της πρότασης ή της απόφασης.'] },
  ],
};

const en: StatementText = {
  title: 'Talk to the municipality',
  lead: 'About the platform, about a barrier that you met, about your data.',
  parts: [
    {
      text: [
        'Write to the department in charge; the addresses are below. At the municipality’s Citizens’ Service Centre you can ask for help with the platform, or write your proposal with the help of a clerk.',
        'If the page showed you an error code, write it down: by it we find what happened.',
      ],
    },
    { heading: 'About a decision or a proposal', text: ['A question helps everyone when it is asked in public: write it on the page of the proposal or of the decision.'] },
  ],
};

/** Whom to ask. */
export function Component() {
  return (
    <Statement texts={{ el, en }}>
      <Departments />
    </Statement>
  );
}

/** Each department with its address, and how soon it promises to answer. */
function Departments() {
  const { t, lt } = useWords('ui');
  const { current } = useCity();
  if (!current) return null;
  return (
    <Section title={t('shell.departments')}>
      <Rows>
        {current.departments.map(({ id, name, email, answersWithinDays }) => (
          <Row key={id} title={lt(name)} note={t('shell.answersWithin', { count: answersWithinDays })}>
            <a href={`mailto:${email}`}>{email}</a>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
