import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { saveFile } from "./save-file.ts";
import { useToast } from "./use-toast.ts";

/** Asks a route for a CSV file and saves it in the browser. @returns `save` with the route's address */
export function useSavedFile(key: string, name: string): { busy: boolean; save(address: string): void } {
  const file = useFetcher<{ csv: string; problem: string | null }>({ key });
  const saved = useRef(file.data);
  const toast = useToast();
  useEffect(() => {
    if (!file.data || file.data === saved.current) return;
    saved.current = file.data;
    if (file.data.problem !== null) toast(file.data.problem, { isError: true });
    else saveFile(name, file.data.csv, "text/csv");
  }, [file.data, name, toast]);
  return { busy: file.state !== "idle", save: (address) => file.load(address) };
}
