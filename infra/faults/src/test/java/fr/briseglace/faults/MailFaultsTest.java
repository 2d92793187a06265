package fr.briseglace.faults;

import org.junit.jupiter.api.Test;

/** The mail relay away: accesses go on, and everybody is told afterwards. */
@InWorld
class MailFaultsTest {
    private final World world;

    MailFaultsTest(World world) {
        this.world = world;
    }

    @Test
    void down() throws Exception {
        Bout.of(world, "mail relay down", world::stopMail, world::startMail).holds();
    }
}
