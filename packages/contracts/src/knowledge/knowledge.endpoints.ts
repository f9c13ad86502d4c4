export const knowledgeEndpoints = {
  stories: 'GET /stories',
  story: 'GET /stories/:slug',
  moveStory: 'POST /stories/:slug/moves',
  recommendations: 'GET /recommendations',
  glossary: 'GET /glossary',
} as const;
