import { Statement, type StatementText } from './statement';

const el: StatementText = {
  title: 'Τι ξέρουμε για σένα και γιατί',
  lead: 'Όσο λιγότερα γίνεται, μόνο για να μετράει η γνώμη σου μία φορά. Ο Δήμος είναι υπεύθυνος για τα δεδομένα αυτά.',
  parts: [
    {
      heading: 'Τι κρατάμε',
      list: [
        'Το όνομα και το e-mail σου, και τον κωδικό σου σε μορφή που δεν διαβάζεται ούτε από εμάς.',
        'Ό,τι δημοσιεύεις: προτάσεις, επιχειρήματα, εικόνες. Δημοσιεύονται με το όνομα που διάλεξες.',
        'Τις στηρίξεις και τις αξιολογήσεις σου. Οι άλλοι βλέπουν μόνο το σύνολο. Δίπλα σε μια αξιολόγηση στέκουν, χωρίς το όνομά σου, η μέρα, η ηλικιακή ομάδα, η περιοχή και το φύλο σου όπου τα είπες, αν σε αφορά η απόφαση, και τι είπες ότι πρέπει να αλλάξει.',
        'Τι ακολουθείς, και τις ειδοποιήσεις που σου στείλαμε.',
        'Πόσες φορές ανοίγει κάθε είδος σελίδας τη μέρα, από στενό, μέτριο ή φαρδύ παράθυρο, σε ποια γλώσσα, από τι είδους ιστότοπο και αν κάποιος είναι συνδεδεμένος. Μόνο αθροίσματα: ούτε cookie, ούτε διεύθυνση IP, ούτε ποιος. Αν ο φυλλομετρητής σου ζητά να μη σε παρακολουθούν, δεν μετριέσαι.',
      ],
    },
    {
      heading: 'Τι δεν κάνουμε',
      list: [
        'Η σελίδα δεν καλεί κανέναν άλλο διακομιστή: ούτε διαφημίσεις, ούτε στατιστικά, ούτε γραμματοσειρές τρίτων.',
        'Δεν πουλάμε ούτε παραχωρούμε στοιχεία.',
        'Από τις φωτογραφίες που ανεβάζεις αφαιρούμε τη θέση στην οποία τραβήχτηκαν.',
      ],
    },
    {
      heading: 'Cookies',
      text: [
        'Δύο, και τα δύο απαραίτητα: ένα για να μένεις συνδεδεμένος και ένα που θυμάται τη γλώσσα σου. Η όψη που διάλεξες και τα κείμενα που δεν έστειλες ακόμη μένουν στη συσκευή σου.',
      ],
    },
    {
      heading: 'Τι μπορείς να κάνεις',
      ways: [{ to: '/account', label: 'Ο λογαριασμός σου' }, { to: '/contact', label: 'Επικοινωνία' }],
      text: [
        'Στη σελίδα του λογαριασμού σου κατεβάζεις όλα όσα κρατάμε για σένα, τα διορθώνεις και διαγράφεις τον λογαριασμό, χωρίς να ρωτήσεις κανέναν.',
        'Για οτιδήποτε άλλο, όπως το να περιοριστεί η χρήση τους, γράψε στον Δήμο: οι διευθύνσεις είναι στη σελίδα «Επικοινωνία». Μπορείς επίσης να απευθυνθείς στην Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα.',
      ],
    },
  ],
};

const en: StatementText = {
  title: 'What we know of you, and why',
  lead: 'As little as possible, only so that your opinion counts once. The municipality is the controller of these data.',
  parts: [
    {
      heading: 'What we keep',
      list: [
        'Your name and e-mail address, and your password in a form that not even we can read.',
        'What you publish: proposals, arguments, pictures. They appear under the name that you chose.',
        'Your supports and your evaluations. Others see only the totals. Beside an evaluation stand, without your name, its day, your age band, district and gender where you said them, whether the decision concerns you, and what you said should change.',
        'What you follow, and the notices that we sent you.',
        'How often each kind of page is opened in a day, in a narrow, middling or wide window, in which language, from what kind of site, and whether somebody is signed in. Only sums: no cookie, no IP address, and not who. If your browser asks not to be tracked, you are not counted.',
      ],
    },
    {
      heading: 'What we do not do',
      list: [
        'The page calls no other server: no advertising, no analytics, no fonts of others.',
        'We neither sell nor hand on personal data.',
        'From the photographs that you upload we take away the position where they were taken.',
      ],
    },
    {
      heading: 'Cookies',
      text: [
        'Two, both necessary: one keeps you signed in, one remembers your language. The look that you chose and the texts that you have not sent yet stay on your device.',
      ],
    },
    {
      heading: 'What you can do',
      ways: [{ to: '/account', label: 'Your account' }, { to: '/contact', label: 'Contact' }],
      text: [
        'On the page of your account you download all that we keep of you, correct it, and delete the account, without asking anyone.',
        'For anything else, such as having your data used less, write to the municipality: the addresses are on the page “Contact”. You can also turn to the Hellenic Data Protection Authority.',
      ],
    },
  ],
};

/** What is kept about a citizen, what is not, and whom to ask. */
export function Component() {
  return <Statement texts={{ el, en }} />;
}
