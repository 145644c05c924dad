package org.alliedregistry.releasability;

/**
 * One write of the secretariat.
 *
 * @param seen whether the caller may know that there was one
 */
record WriteStep(String what, boolean seen, Runnable act) {

  @Override
  public String toString() {
    return (seen ? "seen: " : "HIDDEN: ") + what;
  }
}
