package fr.briseglace.faults;

import java.util.List;

/** Something that holds on the worst day as well, counted by comparing the clients' own log with the trail. */
interface Promise {
    /** In the words of the report. */
    String name();

    /** What broke it, one line each, without anything about a patient; empty where it was kept. */
    List<String> broken(ClientLog log, Trail trail);
}
