package planted.registry;

import jakarta.persistence.Entity;

@Entity
class StrayRow {}
