package fr.briseglace.gateway;

import java.net.URI;

/**
 * How notices leave.
 *
 * @param host relay of secure mail
 * @param port its port
 * @param from sender address
 * @param privacyOfficer mailbox of the privacy officer
 * @param portal where patients see their journal and their rights
 */
public record MailSettings(String host, int port, String from, String privacyOfficer, URI portal) {}
