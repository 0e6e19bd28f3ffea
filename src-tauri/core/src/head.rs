//! Current values as the store reads them.

use crate::{
    ids::{Actor, EventId},
    json::Json,
    schema::{Entity, Field},
};

/// A current value: an assignment that stands and that nothing standing replaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Of what.
    pub entity: Entity,
    /// Which field.
    pub field: Field,
    /// The event that gave it.
    pub event: EventId,
    /// Who gave it.
    pub author: Actor,
    /// The value, blobs already fetched.
    pub value: Json,
}
