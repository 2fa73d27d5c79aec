export { OpinionSection, type OpinionSectionProps } from './opinion-section';
