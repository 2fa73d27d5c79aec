import { terms } from '@isegoria/kernel/api';

/**
 * What citizens call the same thing. Each line is one matter of city life in the words (and some inflections that the stemmer
 * does not bring together) that people use for it, so that «σκίαστρα» is found by who writes «σκιά». A line is no definition:
 * it only says that two texts may speak of one thing.
 */
const matters = `
σκίαστρο σκίαστρα σκιά σκίαση σκίαστρων τέντα στέγαστρο πέργκολα ήλιος ζέστη καύσωνας λιοπύρι βράζει shade shelter
βρύση βρύσες νερό πόσιμο κρουνός παγουρίνο διψάνε δίψα ψύκτης fountain water
δέντρο δέντρα φύτευση δεντροφύτευση δεντροστοιχία πράσινο φυτά μουριά κλάδεμα κλαδιά tree trees planting
πάρκο πλατεία άλσος κήπος πλατείας πλατείες park square garden
χαρά παιδότοπος κούνιες τσουλήθρα κούνια παιχνίδια παιχνιδότοπος παίζουν playground swings
κάδος κάδοι σκουπίδια απορρίμματα σκουπιδιάρικο αποκομιδή σακούλες bins rubbish garbage trash
ανακύκλωση ανακυκλώσιμα μπλε γυαλί χαρτί συσκευασίες recycling recycle
κομποστοποίηση κομπόστ βιοαπόβλητα οργανικά καφέ φλούδες compost composting
ποδηλατόδρομος ποδήλατο ποδήλατα ποδηλατοδρόμος ποδηλάτης ποδηλάτες ποδηλασία ποδηλατική πετάλι bike bicycle cycling cycle
πεζοδρόμιο πεζοδρόμια πεζός πεζοί περπατάω περπατούν περπάτημα πεζόδρομος πεζή pavement sidewalk walk pedestrian
ράμπα ράμπες αμαξίδιο αμαξίδια αναπηρία ΑμεΑ προσβάσιμο προσβασιμότητα πρόσβαση καρότσι ramp wheelchair accessibility disabled
διάβαση διαβάσεις ζέβρα φανάρι φανάρια σηματοδότης φωτεινός σηματοδότηση crossing lights
φως φώτα φωτισμός λάμπα λάμπες φωτιστικά σκοτάδι σκοτεινό σκοτεινά σκοτεινός αφώτιστος κολόνα κολώνα φαναράκια lighting lamps dark streetlights
λακκούβα λακκούβες οδόστρωμα ασφαλτόστρωση άσφαλτος τρύπες δρόμου pothole potholes asphalt
στάθμευση πάρκινγκ παρκάρισμα παρκάρουν παρκαρισμένα παρκάρω θέσεις parking park
ταχύτητα τρέχουν σαμαράκι σαμαράκια υπερυψωμένη γκάζι κόντρες επιβράδυνση 30άρι speed bumps speeding
λεωφορείο λεωφορεία συγκοινωνία δρομολόγιο δρομολόγια δημοτική γραμμή μίνι μπας μινιμπάς στάση στάσεις bus transport route
παραλία παραλίες θάλασσα ακτή ακτές αμμουδιά πλαζ μπάνιο λουόμενοι beach sea coast
ξαπλώστρες ομπρέλες αιγιαλός καταπάτηση ελεύθερη πετσέτα κύμα sunbeds umbrellas
σχολείο σχολεία μαθητές μαθήτριες δημοτικό γυμνάσιο λύκειο τάξη αυλή αύλειος σχολικός σχολική προαύλιο school schools pupils yard
βρεφονηπιακός νήπια βρέφη νηπιαγωγείο nursery kindergarten
γυμναστήριο γήπεδο γήπεδα αθλητικό άθλημα αθλητισμός μπάσκετ μπασκέτα ποδόσφαιρο άσκηση γυμναστική όργανα στίβος gym court sports basketball
βιβλιοθήκη βιβλιοθήκες βιβλίο βιβλία διάβασμα αναγνωστήριο μελέτη library books reading study
μουσική συναυλία συναυλίες θέατρο σινεμά θερινός κινηματογράφος προβολή προβολές ταινία ταινίες φεστιβάλ εκδηλώσεις πολιτισμός music concert cinema theatre film
ηλικιωμένος ηλικιωμένοι τρίτη ηλικία γέροντες παππούδες γιαγιάδες ΚΑΠΗ συνταξιούχοι μοναξιά elderly seniors
αδέσποτα αδέσποτο σκύλος σκύλοι σκυλιά γάτα γάτες κατοικίδια ζώα στείρωση στειρώσεις κτηνιατρείο κτηνίατρος strays dogs cats animals pets
πλημμύρα πλημμύρες πλημμυρίζει πλημμυρίζουν φρεάτια φρεάτιο όμβρια βροχή ρέμα αντιπλημμυρικά λιμνάζουν flood flooding drains storm rain
πυρκαγιά φωτιά φωτιές πυροσβεστική πυρασφάλεια ξερόχορτα αντιπυρική ζώνη καθαρισμός οικοπέδων fire wildfire
θόρυβος φασαρία ηχορύπανση ντεσιμπέλ ησυχία κοινή ησυχίας noise loud quiet
τουαλέτα τουαλέτες wc αποχωρητήρια toilets
παγκάκι παγκάκια κάθισμα καθιστικό ξεκουραστούν ξεκούραση κάθονται benches bench sit
ίντερνετ διαδίκτυο wifi wi fi ασύρματο δίκτυο ψηφιακός ψηφιακές ηλεκτρονικά ηλεκτρονικός εφαρμογή ιστοσελίδα internet digital online website app
ραντεβού ουρά ουρές ΚΕΠ αναμονή εξυπηρέτηση γκισέ αίτηση αιτήσεις πιστοποιητικό πιστοποιητικά appointment queue certificate
φωτοβολταϊκά ενέργεια ενεργειακή ηλιακή ρεύμα ενεργειακός κοινότητα μόνωση solar energy
λαϊκή λαϊκές αγορά παραγωγοί πάγκοι πάγκος market stalls
ηλεκτρικά φόρτιση φορτιστές φορτιστής αυτοκίνητα αυτοκίνητο charging charger electric
κέντρο υγείας ιατρείο γιατρός γιατροί απινιδωτής απινιδωτές πρόληψη εξετάσεις υγεία doctor clinic health defibrillator
νέοι έφηβοι νεολαία εφήβους νεανικός στέκι youth teenagers
γκράφιτι τοιχογραφία τοιχογραφίες τοίχος τοίχοι ζωγραφική murals mural graffiti
μονοπάτι μονοπάτια πεζοπορία σήμανση πινακίδες πινακίδα trail path hiking signs
τουρίστες τουρισμός βραχυχρόνια μίσθωση ενοικίαση airbnb επισκέπτες tourism rentals
στέγη κατοικία σπίτια ενοίκιο ενοίκια housing rent
`;

/** Words that say where, or that something should be done, rather than what. Two wishes for one square are two wishes. */
const settings = new Set(
  terms(`οδός οδού οδό δρόμος δρόμου λεωφόρος πλατεία πάρκο άλσος παραλία παραλιακή παραλιακός ακτή λιμάνι γέφυρα γειτονιά συνοικία οικισμός οικισμοί
    κέντρο χωριό δήμος δημαρχείο δημοτική δημοτικό σχολείο σχολεία λύκειο γυμνάσιο βιβλιοθήκη κτίριο αγορά πεζόδρομος σταθμός πόλη περιοχή παιδιά
    παιδική παιδικός λαϊκή λαϊκές καθαρισμός καθαρίζει νέα νέος καινούργιο περισσότερα χρειάζεται χρειαζόμαστε υπάρχει street square park beach school harbour library town city neighbourhood children`),
);

const matterOf = new Map<string, string[]>();
matters
  .trim()
  .split('\n')
  .forEach((line, index) => {
    for (const stem of terms(line)) matterOf.set(stem, [...(matterOf.get(stem) ?? []), `~${index}`]);
  });

const settingMatters = new Set(['πλατεία', 'παραλία', 'σχολείο', 'λαϊκή', 'ηλικιωμένος'].flatMap((word) => terms(word).flatMap((stem) => matterOf.get(stem) ?? [])));
const rootLength = 5;

/** Whether a trait says where rather than what. */
export function isSetting(trait: string): boolean {
  return settings.has(trait) || settingMatters.has(trait) || (trait.startsWith('^') && settingRoots.has(trait));
}

const settingRoots = new Set([...settings].filter((stem) => stem.length >= rootLength).map((stem) => `^${stem.slice(0, rootLength)}`));

/** The stems of proper names: what follows «οδός» and the like, and what has a capital in the middle of a sentence. */
function names(text: string): string[] {
  const afterStreet = text.matchAll(/(?:^|[^\p{L}])(?:οδ[όο][ςσύυ]?|λεωφ[όο]ρου?ς?|πλατε[ίι]ας?|street)\s+(\p{L}+(?:\s+\p{Lu}\p{Ll}+)?)/giu);
  const capitals = text.matchAll(/[\p{Ll},]\s+(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)*)/gu);
  return [...afterStreet, ...capitals].flatMap(([, name = '']) => terms(name));
}

/**
 * What a text is compared by: its stems, the beginnings of its longer stems (`^ποδηλ` for «ποδήλατο» and «ποδηλατόδρομος»),
 * the matters that they speak of, and a mark (`@σαλαμιν`) on those that are only names. Kept with every proposal, so that the store can look candidates up by index.
 */
export function traits(text: string): string[] {
  const stems = terms(text);
  const named = new Set(names(text));
  const found = new Set(stems);
  for (const stem of stems) {
    if (named.has(stem)) {
      found.add(`@${stem}`);
      continue;
    }
    if (stem.length >= rootLength && /\p{L}{5}/u.test(stem)) found.add(`^${stem.slice(0, rootLength)}`);
    for (const matter of matterOf.get(stem) ?? []) found.add(matter);
  }
  return [...found];
}
