import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useFetcher, useLoaderData, useNavigate, useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { answerAction } from "../pages/answer-action.ts";
import { changeConfig, readConfigPage } from "../pages/configs.ts";
import { contentTypeViews } from "../pages/content-type-views.ts";
import type { ActionResult } from "../ui/action-result.ts";
import { ConfigPage } from "../ui/configs/config-page.tsx";
import { Notices } from "../ui/notices.tsx";
import { PageFailure } from "../ui/page-failure.tsx";
import { PageLoading } from "../ui/page-loading.tsx";
import { useAnswer, useToastAnswer } from "../ui/use-answer.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.config.name ?? "Content rules"} · Shelfwright` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { shop } = await context.app.authenticate(request);
  const page = await readConfigPage(context.app, shop, params.id ?? "");
  if (!page) throw data({ missing: true }, 404);
  return { ...page, known: contentTypeViews().map(({ name, label }) => ({ name, label })) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const user = await context.app.authenticate(request);
  const form = await request.formData();
  return answerAction(context.app, () => changeConfig(context.app, user, params.id ?? "", form));
}

export default function Config() {
  const page = useLoaderData<typeof loader>();
  const { config } = page;
  const navigate = useNavigate();
  const saving = useFetcher<ActionResult>({ key: `config-save-${config.id}` });
  const work = useFetcher<ActionResult>({ key: `config-work-${config.id}` });
  useToastAnswer(saving.data);
  useToastAnswer(work.data);
  useAnswer(work.data, (answer) => {
    if (answer.ok) navigate(answer.configId ? `/app/configs/${answer.configId}` : "/app/configs");
  });
  const refused = saving.state === "idle" && saving.data?.ok === false ? saving.data : null;
  // A saved form starts afresh, with what the server made of it.
  const version = saving.data?.ok ? saving.data.at : 0;
  return (
    <PageLoading>
      <ConfigPage
        key={JSON.stringify([config.id, version, config.digest])}
        {...page}
        notices={<Notices notices={page.notices} />}
        saving={saving.state !== "idle"}
        busy={work.state !== "idle"}
        problem={refused?.message ?? null}
        errors={refused?.fields ?? {}}
        copyProblem={work.state === "idle" && work.data?.ok === false ? work.data.message : null}
        onSave={(input, digest) =>
          saving.submit({ intent: "save", input: JSON.stringify(input), digest }, { method: "post" })
        }
        onDuplicate={(name) => work.submit({ intent: "duplicate", name }, { method: "post" })}
        onDelete={() => work.submit({ intent: "delete" }, { method: "post" })}
        onHistory={() => navigate(`/app/configs/${config.id}/history`)}
        preview={() => null}
      />
    </PageLoading>
  );
}

export function ErrorBoundary() {
  return <PageFailure error={useRouteError()} what="config" />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
