package org.alliedregistry.recording;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.recording.reference.CodePatterns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The assumptions of a what-if question as received. Each may be left out. */
@Schema(
    name = "NewWhatIf",
    description =
        "What is assumed. A statement needs no source. By default it is said on the day of the"
            + " question (today), with official evidence. Nothing is recorded.")
public record WhatIfRequest(
    @Schema(description = "Pledges that would be opened.") @Nullable List<NewPledge> pledges,
    @Schema(description = "Further statements on recorded pledges.")
        @Nullable List<Supposed> statements,
    @Schema(description = "States of conditions, as with assume and deny.")
        @Nullable List<SupposedState> conditions,
    @Schema(description = "Allies that are left out.") @Nullable List<String> without) {

  /** A supposed statement on a recorded pledge. */
  @Schema(name = "SupposedStatement")
  public record Supposed(
      @Schema(description = "The id of a recorded pledge.")
          @NotNull(message = CodePatterns.GIVEN_RULE)
          @Nullable String pledge,
      @NotNull(message = CodePatterns.GIVEN_RULE) @Nullable NewStatement statement) {}

  /** The supposed state of a condition. */
  @Schema(name = "SupposedState")
  public record SupposedState(
      @NotNull(message = CodePatterns.GIVEN_RULE) @Nullable String code,
      @NotNull(message = CodePatterns.GIVEN_RULE) @Nullable State state,
      @Schema(description = "The ally. Left out means all allies.") @Nullable String ally) {}
}
