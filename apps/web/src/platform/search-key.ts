import { useEffect } from 'react';
import { typing } from './desk-keys.ts';

/** `/` leads to the search box, from everywhere but where something is written. */
export function useSearchKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || typing(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      document.getElementById('find')?.focus();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
