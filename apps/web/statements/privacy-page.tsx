import { Statement, type StatementText } from './statement';

const el: StatementText = {
  title: 'Τι ξέρουμε για σένα και γιατί',
  lead: 'Όσο λιγότερα γίνεται, μόνο για να μετράει η γνώμη σου μία φορά. Ο Δήμος είναι υπεύθυνος για τα δεδομένα αυτά.',
  parts: [
    {
      heading: 'Τι κρατάμε',
      list: [
        'Το όνομα και το e-mail σου, και τον κωδικό σου σε μορφή που δεν διαβάζεται ούτε από εμάς.',
        'Αν τα είπες: την περιοχή, το έτος γέννησης και το φύλο σου.',
        'Ό,τι δημοσιεύεις: προτάσεις, επιχειρήματα, εικόνες. Δημοσιεύονται με το όνομα που διάλεξες.',
        'Τις στηρίξεις και τις αξιολογήσεις σου. Οι άλλοι βλέπουν μόνο το σύνολο. Δίπλα σε μια αξιολόγηση φαίνονται, χωρίς το όνομά σου, η μέρα, η ηλικιακή ομάδα, η περιοχή και το φύλο σου όπου τα είπες, αν σε αφορά η απόφαση, και τι είπες ότι πρέπει να αλλάξει.',
        'Τις ψήφους σου και τις απαντήσεις σου σε θέσεις.',
        'Τι παρακολουθείς, τις ειδοποιήσεις που σου στείλαμε, τις αναφορές και τα αιτήματα που έκανες.',
        'Πόσες φορές ανοίγει κάθε είδος σελίδας τη μέρα, από στενό, μέτριο ή φαρδύ παράθυρο, σε ποια γλώσσα, από τι είδους ιστότοπο και αν κάποιος είναι συνδεδεμένος. Μόνο αθροίσματα: ούτε cookie, ούτε διεύθυνση IP, ούτε ποιος. Αν ο περιηγητής σου ζητά να μη σε παρακολουθούν, δεν μετριέσαι.',
      ],
    },
    {
      heading: 'Πόσο τα κρατάμε',
      list: [
        'Ό,τι έχει ο λογαριασμός σου, όσο τον έχεις. Αν τον διαγράψεις, σβήνονται το όνομα, το e-mail και ό,τι δεν φαίνεται δημόσια, και μέσα σε λίγα λεπτά και ο ίδιος. Όσα έγραψες δημόσια μένουν χωρίς όνομα, και οι ψήφοι σου μένουν μετρημένες.',
        'Τη σύνδεσή σου 14 ημέρες από την τελευταία φορά που ήρθες.',
        'Τις ειδοποιήσεις σου 400 ημέρες, και το ότι σου στείλαμε ένα e-mail 90 ημέρες.',
        'Τον σύνδεσμο που επιβεβαιώνει το e-mail σου τρεις ημέρες, και εκείνον για νέο κωδικό δύο ώρες.',
        'Μια εικόνα που ανέβασες και δεν μπήκε πουθενά, περίπου μία ημέρα.',
        'Τη διεύθυνση IP ως μία ώρα, για να μετράμε πόσες φορές δοκίμασε κάποιος.',
        'Πόσοι περίπου είδαν ένα επιχείρημα, 90 ημέρες, χωρίς να φαίνεται ποιοι.',
        'Τα αρχεία των ανοιχτών δεδομένων συνήθως 30 ημέρες: τόσο μπορεί να φαίνεται ακόμη σε ένα παλιό αρχείο κάτι δημόσιο που κρύφτηκε ή σβήστηκε. Οι γραμμές του ανοιχτού βιβλίου δεν έχουν όνομα και δεν σβήνονται.',
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
        'Ως τρία, όλα απαραίτητα: ένα για να μένεις συνδεδεμένος, ένα που θυμάται τη γλώσσα σου και, όπου η πόλη έχει πολλούς διακομιστές, ένα που σε φέρνει στον ίδιο κάθε φορά. Η όψη που διάλεξες και τα κείμενα που δεν έστειλες ακόμη μένουν στη συσκευή σου.',
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
        'Where you said them: your district, year of birth and gender.',
        'What you publish: proposals, arguments, pictures. They appear under the name that you chose.',
        'Your supports and your evaluations. Others see only the totals. Beside an evaluation stand, without your name, its day, your age band, district and gender where you said them, whether the decision concerns you, and what you said should change.',
        'Your votes, and your answers to statements.',
        'What you follow, the notices that we sent you, and the reports and requests that you made.',
        'How often each kind of page is opened in a day, in a narrow, middling or wide window, in which language, from what kind of site, and whether somebody is signed in. Only sums: no cookie, no IP address, and not who. If your browser asks not to be tracked, you are not counted.',
      ],
    },
    {
      heading: 'How long we keep it',
      list: [
        'What your account holds, as long as you have it. If you delete it, your name, your e-mail address and whatever is not public are erased, and within minutes the account itself. What you wrote in public stays without a name, and your votes stay counted.',
        'Your sign-in, 14 days from the last time that you came.',
        'Your notices 400 days, and that we sent you a mail 90 days.',
        'The link that confirms your e-mail address three days, and the one for a new password two hours.',
        'A picture that you uploaded and put nowhere, about a day.',
        'The IP address up to an hour, to count how often somebody tried.',
        'About how many have seen an argument, 90 days, and never who.',
        'The files of open data usually 30 days: for so long something public that was hidden or erased may still be seen in an old file. The lines of the open ledger have no name and are not erased.',
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
        'Up to three, all necessary: one keeps you signed in, one remembers your language, and one, where the city has several servers, brings you to the same one each time. The look that you chose and the texts that you have not sent yet stay on your device.',
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
