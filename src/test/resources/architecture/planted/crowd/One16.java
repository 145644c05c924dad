package planted.crowd;

class One16 {}
