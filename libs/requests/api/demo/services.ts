import type { Localized } from '@isegoria/kernel/contracts';
import type { QuestionRecord, ServiceRecord } from '../request-service.schema';

type Pair = readonly [el: string, en: string];
const both = ([el, en]: Pair): Localized => ({ el, en });
const nothing: Pair = ['', ''];

const roads: Pair = ['Δρόμοι και πεζοδρόμια', 'Roads and pavements'];
const lighting: Pair = ['Φωτισμός', 'Lighting'];
const cleaning: Pair = ['Καθαριότητα και κάδοι', 'Cleaning and bins'];
const green: Pair = ['Πράσινο και παιδικές χαρές', 'Green and playgrounds'];
const water: Pair = ['Νερά και αποχέτευση', 'Water and drains'];
const quiet: Pair = ['Ησυχία, ζώα και οχήματα', 'Noise, animals and vehicles'];

/** A service of the demo catalogue; what is not said is as usual. */
interface DemoService {
  id: string;
  group: Pair;
  name: Pair;
  description: Pair;
  keywords: string;
  department: string;
  days: number;
  notice?: Pair;
  questions?: QuestionRecord[];
  near?: number;
  isPrivate?: boolean;
  waits?: boolean;
}

function asks(id: string, text: Pair, { hint = nothing, type = 'text', isRequired = false, choices = [] }: { hint?: Pair; type?: QuestionRecord['type']; isRequired?: boolean; choices?: readonly (readonly [id: string, ...Pair])[] } = {}): QuestionRecord {
  return { id, text: both(text), hint: both(hint), type, isRequired, choices: choices.map(([choice, ...name]) => ({ id: choice, name: both(name) })) };
}

const pole = asks('pole', ['Αριθμός στύλου', 'Number on the lamp post'], { hint: ['Γράφεται σε πινακίδα, στο ύψος των ματιών.', 'It stands on a plate, at the height of the eyes.'] });
const cannotWait: Pair = ['Αν κινδυνεύει κάποιος τώρα, κάλεσε το 112. Το αίτημα το διαβάζουμε τις εργάσιμες ώρες.', 'If somebody is in danger now, call 112. We read requests during working hours.'];

/** What citizens of the demo city can ask for: twenty services under six headings, all of our own wording. */
const demo: readonly DemoService[] = [
  {
    id: 'pothole', group: roads, name: ['Λακκούβα στο οδόστρωμα', 'Pothole'], department: 'technical', days: 10,
    description: ['Λακκούβες, καθιζήσεις και σπασμένη άσφαλτος σε δημοτικό δρόμο. Όχι σε εθνικές οδούς.', 'Potholes, sunken and broken asphalt on a municipal road. Not on national roads.'],
    keywords: 'άσφαλτος τρύπα δρόμος οδόστρωμα καθίζηση asphalt hole road', notice: cannotWait,
    questions: [asks('size', ['Πόσο μεγάλη είναι;', 'How large is it?'], { type: 'choice', isRequired: true, choices: [['small', 'Σαν πιάτο', 'Like a plate'], ['middle', 'Σαν ρόδα αυτοκινήτου', 'Like a car wheel'], ['large', 'Μεγαλύτερη', 'Larger']] })],
  },
  {
    id: 'pavement', group: roads, name: ['Σπασμένο πεζοδρόμιο', 'Broken pavement'], department: 'technical', days: 30,
    description: ['Πλάκες που λείπουν ή ξεκόλλησαν, ρίζες που σηκώνουν το πεζοδρόμιο, κατεστραμμένος οδηγός όδευσης τυφλών.', 'Missing or loose slabs, roots that lift the pavement, broken tactile paving.'],
    keywords: 'πλάκες πεζός κράσπεδο ρίζες τυφλοί slabs kerb',
  },
  {
    id: 'ramp', group: roads, name: ['Ράμπα για αμαξίδιο', 'Wheelchair ramp'], department: 'technical', days: 30,
    description: ['Ράμπα που λείπει, έσπασε ή δεν φτάνει ως τον δρόμο. Για παράνομη στάθμευση κάλεσε την αστυνομία.', 'A ramp that is missing, broken or does not reach the road. For illegal parking call the police.'],
    keywords: 'προσβασιμότητα αναπηρία καροτσάκι amea accessibility stroller',
  },
  {
    id: 'sign', group: roads, name: ['Πινακίδα ή διαγράμμιση', 'Road sign or marking'], department: 'technical', days: 20,
    description: ['Πινακίδα που έπεσε, στράβωσε ή δεν φαίνεται, διάβαση που έσβησε, σπασμένος καθρέφτης.', 'A sign that fell, is bent or hidden, a crossing that has faded, a broken mirror.'],
    keywords: 'stop διάβαση σήμα καθρέφτης σήμανση crossing mirror',
    questions: [asks('which', ['Ποια πινακίδα είναι;', 'Which sign is it?'], { hint: ['Για παράδειγμα STOP.', 'For example STOP.'] })],
  },
  {
    id: 'lamp', group: lighting, name: ['Σβηστό φως του δρόμου', 'Street light out'], department: 'technical', days: 7, near: 30,
    description: ['Λάμπα που δεν ανάβει, που αναβοσβήνει ή που μένει αναμμένη τη μέρα.', 'A lamp that stays dark, flickers or burns during the day.'],
    keywords: 'λάμπα φωτισμός σκοτάδι κολώνα λαμπτήρας lamp dark',
    questions: [pole, asks('many', ['Πόσα φώτα είναι σβηστά;', 'How many lights are out?'], { type: 'number' })],
  },
  {
    id: 'pole', group: lighting, name: ['Στύλος ή καλώδια με φθορές', 'Damaged post or cables'], department: 'technical', days: 3, near: 30,
    description: ['Στύλος που γέρνει ή σκούριασε, ανοιχτό κουτί, καλώδια που κρέμονται από δημοτικό φωτισμό.', 'A post that leans or has rusted, an open box, hanging cables of the city’s lighting.'],
    keywords: 'κολώνα ρεύμα ηλεκτροπληξία καλώδιο wire electricity',
    notice: ['Μην πλησιάζεις καλώδια που κρέμονται. Κάλεσε τώρα το 112 ή τον διαχειριστή του δικτύου ρεύματος.', 'Keep away from hanging cables. Call 112 or the power network now.'],
    questions: [pole],
  },
  {
    id: 'full-bin', group: cleaning, name: ['Κάδος που ξεχειλίζει', 'Overflowing bin'], department: 'cleaning', days: 2, near: 40,
    description: ['Γεμάτος κάδος απορριμμάτων ή ανακύκλωσης, σακούλες στο πεζοδρόμιο γύρω του.', 'A full rubbish or recycling bin, bags on the pavement around it.'],
    keywords: 'σκουπίδια απορρίμματα ανακύκλωση σακούλες rubbish garbage trash recycling',
    questions: [asks('kind', ['Τι κάδος είναι;', 'Which kind of bin?'], { type: 'choice', choices: [['green', 'Πράσινος, απορριμμάτων', 'Green, for rubbish'], ['blue', 'Μπλε, ανακύκλωσης', 'Blue, for recycling'], ['brown', 'Καφέ, για οργανικά', 'Brown, for organic waste'], ['bell', 'Κώδωνας για γυαλί', 'Bell for glass']] })],
  },
  {
    id: 'broken-bin', group: cleaning, name: ['Χαλασμένος κάδος', 'Broken bin'], department: 'cleaning', days: 10, near: 40,
    description: ['Σπασμένο καπάκι ή ρόδα, κάδος που κάηκε ή λείπει, καλαθάκι που ξηλώθηκε.', 'A broken lid or wheel, a bin that burned or is missing, a litter basket torn off.'],
    keywords: 'καπάκι ρόδα καλαθάκι κάδος lid wheel basket',
  },
  {
    id: 'bulky', group: cleaning, name: ['Ογκώδη στο πεζοδρόμιο', 'Bulky waste'], department: 'cleaning', days: 5,
    description: ['Έπιπλα, στρώματα, συσκευές και κλαδιά που άφησε κάποιος στον δρόμο. Για δικά σου κλείσε πρώτα ημέρα.', 'Furniture, mattresses, appliances and branches left in the street. For your own, book a day first.'],
    keywords: 'έπιπλα στρώμα συσκευές μπάζα κλαδιά καναπές furniture mattress fridge debris',
    questions: [asks('what', ['Τι είναι;', 'What is it?'], { type: 'choices', choices: [['furniture', 'Έπιπλα', 'Furniture'], ['appliances', 'Συσκευές', 'Appliances'], ['branches', 'Κλαδιά', 'Branches'], ['rubble', 'Μπάζα', 'Rubble'], ['other', 'Κάτι άλλο', 'Something else']] })],
  },
  {
    id: 'sweeping', group: cleaning, name: ['Δρόμος που θέλει σκούπισμα', 'Street to be swept'], department: 'cleaning', days: 7, near: 100,
    description: ['Φύλλα, γυαλιά, λάσπη ή σκουπίδια σε δρόμο, πλατεία ή παραλία.', 'Leaves, glass, mud or litter in a street, a square or on the beach.'],
    keywords: 'φύλλα γυαλιά λάσπη παραλία βρωμιά leaves glass mud beach litter',
  },
  {
    id: 'graffiti', group: cleaning, name: ['Συνθήματα και αφίσες', 'Graffiti and posters'], department: 'cleaning', days: 20,
    description: ['Σε δημόσια κτίρια, μνημεία, στάσεις και παγκάκια.', 'On public buildings, monuments, bus stops and benches.'],
    keywords: 'γκράφιτι τοίχος αφίσα σύνθημα wall paint', waits: true,
    notice: ['Μη γράψεις τι λέει το σύνθημα, αν προσβάλλει κάποιον. Το αίτημα το βλέπει πρώτα η εποπτεία.', 'If it insults somebody, do not write what it says. Moderators see the request first.'],
  },
  {
    id: 'tree', group: green, name: ['Δέντρο ή κλαδί επικίνδυνο', 'Dangerous tree or branch'], department: 'environment', days: 3,
    description: ['Κλαδί που έσπασε, δέντρο που γέρνει ή ξεράθηκε, κλαδιά σε καλώδια.', 'A broken branch, a tree that leans or is dead, branches in cables.'],
    keywords: 'κλαδιά πεύκο πτώση ξερό branch fallen', notice: cannotWait,
  },
  {
    id: 'pruning', group: green, name: ['Κλάδεμα ή φροντίδα πρασίνου', 'Pruning and care of green'], department: 'environment', days: 45,
    description: ['Κλαδιά που κρύβουν πινακίδα, φως ή παράθυρο, αγριόχορτα, παρτέρι που ξεράθηκε.', 'Branches that hide a sign, a light or a window, weeds, a bed that has dried out.'],
    keywords: 'αγριόχορτα χόρτα παρτέρι θάμνος weeds hedge grass',
  },
  {
    id: 'playground', group: green, name: ['Βλάβη σε παιδική χαρά', 'Damage in a playground'], department: 'environment', days: 7, near: 80,
    description: ['Κούνια, τσουλήθρα, δάπεδο, φράχτης ή παγκάκι με φθορές.', 'A swing, a slide, the ground, a fence or a bench that is damaged.'],
    keywords: 'κούνια τσουλήθρα παιδιά φράχτης swing slide children',
    notice: ['Αν κάτι μπορεί να τραυματίσει παιδί, γράψε το πρώτο: κλείνουμε τον χώρο την ίδια ημέρα.', 'If something may hurt a child, write that first: we close the place on the same day.'],
    questions: [asks('thing', ['Ποιο παιχνίδι ή μέρος;', 'Which equipment or part?'], { isRequired: true })],
  },
  {
    id: 'leak', group: water, name: ['Διαρροή νερού στον δρόμο', 'Water leak in the street'], department: 'technical', days: 2, near: 60,
    description: ['Νερό που τρέχει από την άσφαλτο, από βρύση ή από πότισμα. Όχι μέσα σε σπίτι.', 'Water that runs from the asphalt, a tap or the watering. Not inside a house.'],
    keywords: 'ύδρευση σπασμένος αγωγός βρύση πότισμα pipe tap watering',
    questions: [asks('flow', ['Πώς τρέχει;', 'How does it run?'], { type: 'choice', isRequired: true, choices: [['drops', 'Στάζει', 'It drips'], ['runs', 'Τρέχει συνέχεια', 'It runs all the time'], ['gushes', 'Πλημμυρίζει τον δρόμο', 'It floods the street']] })],
  },
  {
    id: 'drain', group: water, name: ['Βουλωμένο φρεάτιο', 'Blocked drain'], department: 'technical', days: 7, near: 40,
    description: ['Σχάρα ομβρίων που βούλωσε, νερά που λιμνάζουν, φρεάτιο που μυρίζει.', 'A blocked storm grate, standing water, a drain that smells.'],
    keywords: 'όμβρια σχάρα πλημμύρα μυρωδιά υπόνομος flood sewer smell',
  },
  {
    id: 'manhole', group: water, name: ['Καπάκι φρεατίου που λείπει', 'Missing manhole cover'], department: 'technical', days: 1, near: 30,
    description: ['Καπάκι ή σχάρα που λείπει, έσπασε ή κουνιέται.', 'A cover or grate that is missing, broken or loose.'],
    keywords: 'τρύπα σχάρα κάλυμμα cover hole', notice: cannotWait,
  },
  {
    id: 'vehicle', group: quiet, name: ['Εγκαταλειμμένο όχημα', 'Abandoned vehicle'], department: 'cleaning', days: 60,
    description: ['Αυτοκίνητο ή μηχανή χωρίς πινακίδες ή που δεν κινείται εδώ και μήνες. Το διαβάζει μόνο η υπηρεσία.', 'A car or motorcycle without plates, or one that has not moved for months. Only the department reads it.'],
    keywords: 'αυτοκίνητο μηχανή αμάξι πινακίδες car motorcycle plates', isPrivate: true,
    questions: [asks('plate', ['Πινακίδα', 'Number plate'], { hint: ['Αν υπάρχει.', 'If there is one.'] }), asks('make', ['Μάρκα και χρώμα', 'Make and colour'], { isRequired: true })],
  },
  {
    id: 'noise', group: quiet, name: ['Θόρυβος ή κατάληψη πεζοδρομίου', 'Noise or occupied pavement'], department: 'environment', days: 15,
    description: ['Μουσική καταστήματος, εργοτάξιο σε ώρες ησυχίας, τραπέζια που κλείνουν τον δρόμο. Το διαβάζει μόνο η υπηρεσία.', 'Music of a shop, a building site in quiet hours, tables that close the way. Only the department reads it.'],
    keywords: 'μουσική μπαρ εργοτάξιο τραπεζοκαθίσματα ησυχία music bar tables', isPrivate: true,
    notice: ['Για θόρυβο που γίνεται τώρα κάλεσε το 100. Εδώ εξετάζουμε όσα επαναλαμβάνονται.', 'For noise right now call 100. Here we look into what happens again and again.'],
    questions: [asks('when', ['Πότε γίνεται;', 'When does it happen?'], { hint: ['Μέρες και ώρες.', 'Days and hours.'], isRequired: true })],
  },
  {
    id: 'animal', group: quiet, name: ['Ζώο που χρειάζεται βοήθεια', 'Animal in need'], department: 'environment', days: 2, near: 100,
    description: ['Τραυματισμένο, εγκλωβισμένο ή νεκρό ζώο, αδέσποτα που χρειάζονται τροφή ή στείρωση.', 'An injured, trapped or dead animal, strays that need food or neutering.'],
    keywords: 'αδέσποτο σκύλος γάτα νεκρό dog cat stray',
    questions: [asks('kind', ['Τι ζώο είναι;', 'Which animal is it?'], { type: 'choice', isRequired: true, choices: [['dog', 'Σκύλος', 'Dog'], ['cat', 'Γάτα', 'Cat'], ['bird', 'Πουλί', 'Bird'], ['other', 'Άλλο', 'Other']] })],
  },
];

export const demoServices: readonly ServiceRecord[] = demo.map(({ id, group, name, description, keywords, department, days, notice = nothing, questions = [], near = 50, isPrivate = false, waits = false }) => ({
  ...{ _id: id, days, questions, isPrivate, waits, departmentId: department, nearMetres: near, isRetired: false },
  ...{ name: both(name), description: both(description), group: both(group), notice: both(notice), keywords: keywords.split(' ') },
}));
