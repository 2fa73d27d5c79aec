export { answering, currentOf } from './current';
export { centreOf, contains, districtOf } from './geometry';
export { isPart, newsFeed, newsPath, type Part, partKinds, partsOf, type PartKind } from './parts';
export type { Category, ChangeCityResult, City, CityPart, Department, District, Place, Position } from './organisation.gen';
export { type CategoryForm, categoryInput, type DepartmentForm, departmentInput, type DistrictForm, districtInput } from './organisation.inputs';
/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
