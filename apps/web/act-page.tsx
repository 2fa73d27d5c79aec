import { ActWindow } from '@isegoria/widgets/web';
import { useParams } from 'react-router';
import { CityName } from './neighbours';
import { NotFoundPage } from './not-found-page';
import { acts } from './pages';

/** The small window in which a citizen acts on a thing that they met on another site. */
export default function ActPage() {
  const { kind = '', id = '' } = useParams();
  const part = acts.find((act) => act.kind === kind);
  if (!part) return <NotFoundPage />;
  return <ActWindow key={`${kind} ${id}`} id={id} city={<CityName />} act={part.component} />;
}
