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
        "What is supposed. A statement that does not say is said on the day asked about (today), on"
            + " official word, and needs no source. Nothing of it is recorded.")
public record WhatIfRequest(
    @Schema(description = "Pledges as they would be opened.") @Nullable List<NewPledge> pledges,
    @Schema(description = "The next thing said of pledges that are recorded.")
        @Nullable List<Supposed> statements,
    @Schema(description = "Where conditions would stand, as with assume and deny.")
        @Nullable List<SupposedState> conditions,
    @Schema(description = "Allies left out.") @Nullable List<String> without) {

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
      @Schema(description = "For which ally; all where left out.") @Nullable String ally) {}
}
