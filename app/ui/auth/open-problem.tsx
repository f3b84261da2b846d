import { isRouteErrorResponse, useRevalidator } from "@remix-run/react";
import { Banner } from "@shopify/polaris";
import { Page } from "../page.tsx";
import { Reference } from "../reference.tsx";

/** What the app shows when it could not even find out who asks. */
export function OpenProblem({ error }: { error: unknown }) {
  const { revalidate, state } = useRevalidator();
  const { title, advice } = adviceOn(error);
  return (
    <Page title="Shelfwright">
      <Banner
        tone="critical"
        title={title}
        action={{ content: "Try again", onAction: revalidate, loading: state === "loading" }}
      >
        <p>
          {advice} <Reference />
        </p>
      </Banner>
    </Page>
  );
}

function adviceOn(error: unknown): { title: string; advice: string } {
  const problem = isRouteErrorResponse(error) ? error.data?.problem : undefined;
  if (problem === "clock") {
    return {
      title: "The clock of this app's server is wrong",
      advice:
        "Shopify's proof of who you are is valid for a minute, and the server reads another time. Whoever runs this app has to set its clock; your work goes on meanwhile.",
    };
  }
  if (problem === "token") {
    return {
      title: "This app could not make sure who you are",
      advice:
        "Shopify's proof of who you are does not fit the app's key. Whoever runs this app has to check SHOPIFY_API_KEY and SHOPIFY_API_SECRET.",
    };
  }
  if (isRouteErrorResponse(error) && error.status < 500) {
    return {
      title: "This page could not be opened",
      advice: "Try again, or open Shelfwright from the Apps menu of your Shopify admin. Nothing of your work is lost.",
    };
  }
  return {
    title: "Shopify could not be reached",
    advice:
      "Shelfwright has to ask Shopify before it opens, and got no answer. Nothing of your work is lost. Wait a moment, then try again.",
  };
}
