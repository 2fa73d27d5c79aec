export { DistrictMap, type DistrictMapProps } from './district-map';
export { PlaceShown } from './places/place-shown';
export { PlaceSign, type Sign } from './places/place-sign';
export { type PlaceOnMap, PlacesMap, type PlacesMapProps } from './places/places-map';
export { PinMap, type PinMapProps } from './pin-map';
export { type ChosenPlace, PlaceInput, type PlaceInputProps } from './place-input';
export { pathOf, type Projection, projectionOf } from './projection';
export { type City, CityQuery, type District, useCity } from './use-city';
