import { useSearchParams } from "@remix-run/react";
import { useEffect } from "react";

/** Takes a part out of the address that was meant for the server only. */
export function useCleanAddress(name: string): void {
  const [params, setParams] = useSearchParams();
  const present = params.has(name);
  useEffect(() => {
    if (!present) return;
    setParams(
      (all) => {
        all.delete(name);
        return all;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [name, present, setParams]);
}
