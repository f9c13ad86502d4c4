import './skeleton.css';

/** Lines where words will stand; only where nothing is known yet. `label` says so. */
export const Skeleton = ({ label, lines = 3 }: { label: string; lines?: number | undefined }) => (
  <div className="skeleton" aria-busy="true">
    <output className="vh">{label}</output>
    {Array.from({ length: lines }, (_, line) => line).map((line) => (
      <i key={line} />
    ))}
  </div>
);
