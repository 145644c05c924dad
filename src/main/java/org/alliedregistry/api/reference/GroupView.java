package org.alliedregistry.api.reference;

import java.util.List;
import org.alliedregistry.domain.reference.AllyGroup;
import org.alliedregistry.recording.reference.SourceBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A group of allies in answers. */
@Schema(name = "Group", description = "A named group of allies.")
public record GroupView(
    String code,
    String name,
    @Schema(description = "Codes of its allies, sorted.") List<String> allies,
    @Schema(description = "Where the members of the group are listed.") SourceBody source) {

  public static GroupView of(AllyGroup group) {
    return new GroupView(
        group.code(), group.name(), List.copyOf(group.allies()), SourceBody.of(group.source()));
  }
}
