package org.alliedregistry.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.domain.record.EntryContent;
import org.junit.jupiter.api.Test;

class EventPayloadTypesTest {

  /** A kind of entry that has no type here could not be asked for. */
  @Test
  @SuppressWarnings("unchecked")
  void everyKindOfEntryHasItsOwnType() {
    List<Class<? extends EntryContent>> kinds = new ArrayList<>();
    for (Class<?> kind : EntryContent.class.getPermittedSubclasses()) {
      kinds.add((Class<? extends EntryContent>) kind);
    }

    assertThat(EventFilter.TYPES.keySet()).containsExactlyInAnyOrderElementsOf(kinds);
    assertThat(EventFilter.knownTypes()).hasSameSizeAs(kinds);
  }
}
