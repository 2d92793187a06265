package fr.briseglace.access;

/** Whether somebody still waits for an answer. What nobody waits for is not begun: nothing could be disclosed by it. */
@FunctionalInterface
public interface Patience {
    /** Somebody who waits for as long as it takes. */
    Patience ENDLESS = () -> false;

    /** Whether nobody waits any more. */
    boolean over();
}
