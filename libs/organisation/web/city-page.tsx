import { RequireRole } from '@isegoria/identity/web';
import { Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { CategoryForm } from './category-form';
import { CityPart } from './city-part';
import { DepartmentForm } from './department-form';
import { DistrictForm } from './district-form';
import { type City, CityQuery, useCity } from './use-city';

/** Where an administrator keeps the city's districts, departments and topics. */
export function Component() {
  return (
    <RequireRole roles={['administrator']}>
      <CityPage />
    </RequireRole>
  );
}

function CityPage() {
  const { t } = useWords('organisation');
  const answer = useGraph(CityQuery, {});
  return (
    <Page title={t('admin.title')} lead={t('admin.lead')} wide>
      <Loaded answer={answer}>{({ city }) => <Parts city={city} />}</Loaded>
    </Page>
  );
}

function Parts({ city }: { city: City }) {
  const { t } = useWords('organisation');
  const { departmentName } = useCity();
  return (
    <>
      <CityPart
        part="district"
        title={t('admin.districts')}
        add={t('admin.addDistrict')}
        things={city.districts}
        note={({ population }) => t('admin.people', { count: population })}
        form={(district, close) => <DistrictForm district={district} onClose={close} />}
      />
      <CityPart
        part="department"
        title={t('admin.departments')}
        add={t('admin.addDepartment')}
        things={city.departments}
        note={({ email, answersWithinDays }) => `${email}, ${t('admin.answersWithin', { count: answersWithinDays })}`}
        form={(department, close) => <DepartmentForm department={department} onClose={close} />}
      />
      <CityPart
        part="category"
        title={t('admin.categories')}
        add={t('admin.addCategory')}
        things={city.categories}
        note={({ departmentId }) => departmentName(departmentId)}
        form={(category, close) => <CategoryForm category={category} onClose={close} />}
      />
    </>
  );
}
