/** The blocks of evidence for pages of other rooms. */

export { EvidenceField } from './EvidenceField.tsx';
