/** The mark: a half circle of seats around an open floor. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2.6" aria-hidden="true">
    <path d="M4 15.5a8 8 0 0 1 16 0" strokeDasharray="3.4 2.05" />
    <path d="M3 19.5h18" />
  </svg>
);
