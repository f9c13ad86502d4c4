/** What an operator may set otherwise. Months are calendar months. */
export const knowledgeTerms = {
  faqReviewMonths: 12,
  storyReviewMonths: 18,
  /** Working days in which an editor takes the next step on a draft or a due entry. */
  editorDays: 10,
};
export type KnowledgeTerms = Readonly<typeof knowledgeTerms>;
