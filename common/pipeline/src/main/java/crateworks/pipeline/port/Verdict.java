package crateworks.pipeline.port;

import crateworks.pipeline.StageName;

/** Why an item ends as rejected: a stable code and one sentence for people. */
public record Verdict(long session, long item, StageName stage, String code, String detail) {}
