import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "../save-file.ts";
import { useToast } from "../use-toast.ts";

type Format = "json" | "csv";

const types: Record<Format, string> = { json: "application/json", csv: "text/csv" };

/** Fetches everything of the shop as a file, and hands it to the browser to save. */
export function useDataFile(): { under: Format | null; save(format: Format): void } {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const [under, setUnder] = useState<Format | null>(null);
  return {
    under,
    save(format) {
      setUnder(format);
      fetch(`/app/settings/data?format=${format}`)
        .then(async (response) => {
          if (!response.ok) throw new Error(`status ${response.status}`);
          saveFile(
            `shelfwright-${format === "csv" ? "texts" : "data"}.${format}`,
            await response.text(),
            types[format],
          );
        })
        .catch(() => toast(t("data.failed"), { isError: true }))
        .finally(() => setUnder(null));
    },
  };
}
